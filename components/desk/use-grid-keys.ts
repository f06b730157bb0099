'use client';

import { type KeyboardEvent, useRef, useState, useSyncExternalStore } from 'react';

/** A cell, counted from 0: row, column. */
export type Cell = readonly [row: number, column: number];

const never = () => () => {};

/**
 * One stop of the Tab key for a whole table, and the arrow keys within it: the grid pattern of the ARIA practices. Cells are
 * found by their `data-cell`. Without scripts every control is a stop of its own.
 * @param press is told of every other key, with the cell that has the focus; true where it has done something
 */
export function useGridKeys(rows: number, columns: number, press: (key: string, cell: Cell) => boolean) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const table = useRef<HTMLTableElement>(null);
  const [[row, column], setActive] = useState<Cell>([0, 0]);
  const active: Cell = [Math.min(row, rows - 1), Math.min(column, columns - 1)];

  const find = ([atRow, atColumn]: Cell) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${atRow} ${atColumn}"]`);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const target = targetOf(event.key, event.ctrlKey, active, rows, columns);
    if (target) find(target)?.focus();
    else if (event.ctrlKey || !press(event.key, active)) return;
    event.preventDefault();
  };

  return {
    isGrid: hasScripts,
    table,
    onKeyDown,
    find,
    cell: (atRow: number, atColumn: number) => ({
      'data-cell': `${atRow} ${atColumn}`,
      tabIndex: hasScripts ? (atRow === active[0] && atColumn === active[1] ? 0 : -1) : undefined,
      onFocus: () => setActive([atRow, atColumn]),
    }),
  };
}

function targetOf(
  key: string,
  ctrl: boolean,
  [row, column]: Cell,
  rows: number,
  columns: number,
): Cell | null {
  const last = [rows - 1, columns - 1] as const;
  switch (key) {
    case 'ArrowDown':
      return [Math.min(row + 1, last[0]), column];
    case 'ArrowUp':
      return [Math.max(row - 1, 0), column];
    case 'ArrowRight':
      return [row, Math.min(column + 1, last[1])];
    case 'ArrowLeft':
      return [row, Math.max(column - 1, 0)];
    case 'Home':
      return [ctrl ? 0 : row, 0];
    case 'End':
      return [ctrl ? last[0] : row, last[1]];
    default:
      return null;
  }
}
