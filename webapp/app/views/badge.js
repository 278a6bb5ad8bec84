/** More would not be legible in a tab. */
const MOST = 9;
const COLOUR = '#c62f24';

let logo = null;
let wanted = null;

/** Draws what waits onto the page's icon: a number of calls, a dot for what is merely unread. */
export async function badge({ calls, hasUnread }) {
  const mark = calls > 0 ? numberMark(calls) : hasUnread ? DOT : '';
  if (mark === (wanted ?? '')) return;
  wanted = mark;
  // What came before the badge was asked for stays as it is when the icon can't be fetched.
  const drawing = await (logo ??= fetchLogo()).catch(() => null);
  if (mark === wanted && drawing) icon().href = mark === '' ? './logo.svg' : dataUrl(drawing.replace('</svg>', `${mark}</svg>`));
}

const DOT = `<circle cx="25" cy="7" r="6" fill="${COLOUR}" stroke="#fff" stroke-width="1.5"/>`;

function numberMark(calls) {
  const text = calls > MOST ? `${MOST}+` : calls;
  return `<circle cx="21" cy="11" r="11" fill="${COLOUR}"/>
    <text x="21" y="17" font-family="system-ui, sans-serif" font-size="${calls > MOST ? 13 : 17}" font-weight="700"
      text-anchor="middle" fill="#fff">${text}</text>`;
}

function fetchLogo() {
  const fetched = fetch('./logo.svg').then((answer) => answer.text());
  fetched.catch(() => (logo = null)); // asked again with the next badge
  return fetched;
}

function icon() {
  return document.querySelector('link[rel=icon]');
}

function dataUrl(drawing) {
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}
