'use client';

import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * Calls `see` with the name of each field that is left. One that is left by pressing something with a pointer is told of only
 * once that is let go: a message that appeared meanwhile would push what is pressed away from under the pointer, and the
 * click would be lost.
 * @returns what hears the blurs of a form
 */
export function useLeftFields(see: (name: string) => void): (event: FocusEvent) => void {
  const isPressed = useRef(false);
  const left = useRef<string[]>([]);

  useEffect(() => {
    const press = () => {
      isPressed.current = true;
    };
    const letGo = () => {
      isPressed.current = false;
      // The click comes right after the release.
      setTimeout(() => {
        for (const name of left.current.splice(0)) see(name);
      });
    };
    document.addEventListener('pointerdown', press, true);
    const released = ['pointerup', 'pointercancel', 'dragend'] as const;
    for (const type of released) document.addEventListener(type, letGo, true);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      for (const type of released) document.removeEventListener(type, letGo, true);
    };
  }, [see]);

  return (event) => {
    const name = event.target.getAttribute('name');
    if (!name) return;
    if (isPressed.current) left.current.push(name);
    else see(name);
  };
}
