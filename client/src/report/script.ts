/**
 * What runs in the webview. It shows the report it is sent, keeps what the reader has opened, scrolled to and focused when
 * another one comes, and tells which line was clicked. The text of a report is escaped where it is made.
 */
export const script = `
const editor = acquireVsCodeApi();
const main = document.querySelector('main');
const said = document.querySelector('.said');
const kept = editor.getState() ?? {};
let shown = false;

function placeOf(element) {
  const all = [...main.querySelectorAll('a, summary, [tabindex]')];
  return { nth: all.indexOf(element), text: element.textContent };
}

function find(place) {
  const all = [...main.querySelectorAll('a, summary, [tabindex]')];
  const there = all[place.nth];
  return there?.textContent === place.text ? there : (all.find((one) => one.textContent === place.text) ?? there);
}

function keep() {
  if (!shown) return;
  kept.open = [...main.querySelectorAll('details[open]')].map(({ id }) => id);
  kept.top = scrollY;
  kept.left = Object.fromEntries([...main.querySelectorAll('.wide')].map((one) => [one.ariaLabel, one.scrollLeft]));
  editor.setState(kept);
}

function show({ body, uri, stage }) {
  const focused = main.contains(document.activeElement) ? placeOf(document.activeElement) : undefined;
  const before = main.querySelector('.verdict')?.textContent;
  keep();
  main.innerHTML = body;
  for (const one of main.querySelectorAll('details')) one.open = (kept.open ?? []).includes(one.id);
  for (const one of main.querySelectorAll('.wide')) one.scrollLeft = kept.left?.[one.ariaLabel] ?? 0;
  scrollTo(0, kept.top ?? 0);
  if (focused !== undefined) find(focused)?.focus({ preventScroll: true });
  const now = main.querySelector('.verdict')?.textContent;
  if (shown && now !== before) said.textContent = now ?? '';
  document.title = main.querySelector('h1')?.textContent ?? document.title;
  shown = true;
  Object.assign(kept, { uri, stage });
  keep();
}

addEventListener('message', ({ data }) => { if (data?.kind === 'report') show(data); });
addEventListener('scroll', keep, { passive: true, capture: true });
document.addEventListener('toggle', keep, true);
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('[data-line]');
  if (link === null || link === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  editor.postMessage({ kind: 'go', line: Number(link.dataset.line) });
}, true);
editor.postMessage({ kind: 'ready' });
`;
