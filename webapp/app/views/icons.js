import { html, svg } from 'lit';

const SHAPES = {
  pin: svg`<path d="M7 3h6l-1 6 3 3H5l3-3zM10 12v5"/>`,
  unread: svg`<path d="M3 5h8M3 10h14M3 15h14"/><circle cx="15.5" cy="5" r="1.8" fill="currentColor"/>`,
  bin: svg`<path d="M4 6h12M8 6V4h4v2M6 6l.8 10h6.4L14 6"/>`,
  smile: svg`<circle cx="10" cy="10" r="7"/><path d="M7 12c1.5 2 4.5 2 6 0"/><circle cx="7.5" cy="8" r="0.5"/>
    <circle cx="12.5" cy="8" r="0.5"/>`,
  plus: svg`<path d="M10 4v12M4 10h12"/>`,
  search: svg`<circle cx="9" cy="9" r="5"/><path d="m13 13 4 4"/>`,
  browse: svg`<path d="M4 5h12M4 10h12M4 15h7"/>`,
  link: svg`<path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.9-2.9a3 3 0 0 0-4.3-4.3L10.2 5.5"/>
    <path d="M11.5 8.5a3 3 0 0 0-4.3 0l-2.9 2.9a3 3 0 0 0 4.3 4.3l1.2-1.2"/>`,
  people: svg`<circle cx="8" cy="7" r="3"/><path d="M2.5 16.5c.6-3 2.7-4.5 5.5-4.5s4.9 1.5 5.5 4.5"/>
    <path d="M13 4.3a3 3 0 0 1 0 5.4M15 12.5c1.4.7 2.2 2 2.5 4"/>`,
  lock: svg`<rect x="4.5" y="9" width="11" height="7.5" rx="1.5"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>`,
  person: svg`<circle cx="10" cy="7" r="3"/><path d="M4.5 16.5c.6-3 2.7-4.5 5.5-4.5s4.9 1.5 5.5 4.5"/>`,
  write: svg`<path d="M4 16.5V13l8.5-8.5 3 3L7 16zM11 6l3 3"/>`,
  more: svg`<circle cx="4.5" cy="10" r="0.7"/><circle cx="10" cy="10" r="0.7"/><circle cx="15.5" cy="10" r="0.7"/>`,
  settings: svg`<path d="M3 6h7M15 6h2M3 14h2M10 14h7"/>
    <circle cx="12.5" cy="6" r="2.2"/><circle cx="7.5" cy="14" r="2.2"/>`,
  at: svg`<circle cx="10" cy="10" r="3"/><path d="M13 7v4a2 2 0 0 0 4 0v-1a7 7 0 1 0-2.8 5.6"/>`,
  reply: svg`<path d="m8 5-4.5 4.5L8 14M4 9.5h7a5 5 0 0 1 5 5V16"/>`,
  back: svg`<path d="m12 4-6 6 6 6"/>`,
  done: svg`<path d="m4 10.5 4 4 8-9"/>`,
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
  send: svg`<path d="M10 16V4M5 9l5-5 5 5"/>`,
  down: svg`<path d="M10 4v12M5 11l5 5 5-5"/>`,
  up: svg`<path d="M10 16V4M5 9l5-5 5 5"/>`,
  star: svg`<path d="m10 3 2.2 4.5 4.9.7-3.6 3.5.9 4.9-4.4-2.3-4.4 2.3.9-4.9L2.9 8.2l4.9-.7z"/>`,
  muted: svg`<path d="M6 8.5a4 4 0 0 1 6.7-3M14 9c0 3.5 1 4.5 1.5 5H7M4.5 14c.6-.6 1.3-1.7 1.5-3M8.5 16.5a1.6 1.6 0 0 0 3 0M3 3l14 14"/>`,
  eye: svg`<path d="M2.5 10s2.8-5 7.5-5 7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5z"/><circle cx="10" cy="10" r="2.2"/>`,
  bell: svg`<path d="M6 9a4 4 0 0 1 8 0c0 3.5 1 4.5 1.5 5h-11C5 13.5 6 12.5 6 9zM8.5 16.5a1.6 1.6 0 0 0 3 0"/>`,
  warning: svg`<path d="M10 3 2.5 16.5h15zM10 8v4"/><circle cx="10" cy="14.2" r="0.4"/>`,
  clip: svg`<path d="m15.5 9.5-6 6a3.3 3.3 0 0 1-4.7-4.7l6.5-6.5a2.2 2.2 0 0 1 3.1 3.1L8 13.8a1 1 0 0 1-1.5-1.5l5.6-5.6"/>`,
  copy: svg`<rect x="7.5" y="7.5" width="9" height="9" rx="1.5"/><path d="M4.5 12.5A1 1 0 0 1 3.5 11.5v-7a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1"/>`,
  file: svg`<path d="M5 3h6.5L15 6.5V17H5zM11 3v4h4"/>`,
  again: svg`<path d="M15.5 10A5.5 5.5 0 1 1 13.6 5.8M16 3v3.6h-3.6"/>`,
  forth: svg`<path d="m8 4 6 6-6 6"/>`,
  clock: svg`<circle cx="10" cy="10" r="7"/><path d="M10 6v4l2.5 2"/>`,
};

/** A drawing in the text's colour; what it means is said by the control around it. */
export function icon(name, size = '') {
  return drawing(SHAPES[name], size);
}

/** The same of a shape that only one view has. */
export function drawing(shape, size = '') {
  return html`<svg
    class="icon ${size}"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;
}
