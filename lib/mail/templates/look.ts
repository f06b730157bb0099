/** The paper's tokens (app/globals.css) as mail clients need them: in place, light; dark in `darkStyles`. */
export const colours = {
  paper: '#fbfaf7',
  surface: '#f4f2ec',
  ink: '#1c1b19',
  muted: '#605c54',
  line: '#dcd8ce',
  accent: '#1d4e89',
  accentInk: '#ffffff',
} as const;

export const fonts = {
  reading: '"Source Serif 4", Georgia, "Times New Roman", serif',
  figures: 'Inter, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif',
} as const;

/** Where the client knows dark mode and style elements; elsewhere the mail stays light. */
export const darkStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background-color: #161614 !important; }
  .ink { color: #eceae4 !important; }
  .muted { color: #a5a198 !important; }
  .rule { border-color: #35342f !important; }
  .link { color: #8db9e8 !important; }
  .button { background-color: #8db9e8 !important; color: #10202f !important; }
}`;
