const width = 30;

/** A bar that is drawn over itself on a terminal, and not at all where the output goes elsewhere. */
export function progressBar(out: NodeJS.WriteStream): {
  show: (what: string, done: number, total: number) => void;
  end: () => void;
} {
  let [isShown, drawnAt] = [false, 0];
  return {
    show: (what, done, total) => {
      if (!out.isTTY || (done < total && done > 0 && Date.now() - drawnAt < 100)) return;
      [isShown, drawnAt] = [true, Date.now()];
      const filled = total === 0 ? 0 : Math.round((done / total) * width);
      const bar = `[${'='.repeat(filled)}${' '.repeat(width - filled)}]`;
      out.write(`\r\u001b[K${what} ${bar}${total === 0 ? '' : ` ${done}/${total}`}`);
    },
    end: () => {
      if (isShown) out.write('\r\u001b[K');
      isShown = false;
    },
  };
}
