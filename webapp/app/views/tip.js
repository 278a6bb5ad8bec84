/** Words beside a part of the page which are its description. They stand in what the part stands in, scroll with it, and go with it. */
export class Tip {
  #element = document.createElement('div');
  #watch = new MutationObserver(() => this.#draw());

  /** What it describes, or null: it is not shown. */
  about = null;

  /** @param name the hook of it */
  constructor(name) {
    // Who hears the page has it from the part itself.
    Object.assign(this.#element, { className: 'tip late', dir: 'auto', ariaHidden: 'true' });
    this.#element.dataset.test = name;
  }

  /** @param part has an `aria-description`; null: none is shown */
  show(part) {
    if (part === this.about) return;
    this.#watch.disconnect();
    this.about = part;
    if (part) this.#watch.observe(part.parentElement, { attributeFilter: ['aria-description'], childList: true, subtree: true });
    this.#draw();
  }

  get isShown() {
    return this.#element.isConnected;
  }

  has(target) {
    return this.#element.contains(target);
  }

  /** Drawing is seen by what watches: what is so already is left alone. */
  #draw() {
    const text = this.about?.isConnected ? this.about.getAttribute('aria-description') : null;
    if (text === null) return this.#element.remove();
    const box = this.about.parentElement;
    if (this.#element.textContent !== text) this.#element.textContent = text;
    if (this.#element.parentElement !== box) box.append(this.#element);
    this.#place(box);
  }

  /** Above the part, within the box; below it where the list has no room above. */
  #place(box) {
    const { about } = this;
    const { offsetWidth, offsetHeight, style } = this.#element;
    const left = Math.max(0, Math.min(about.offsetLeft, box.clientWidth - offsetWidth));
    const room = about.getBoundingClientRect().top - about.closest('[role=log]').getBoundingClientRect().top;
    const top = room < offsetHeight ? about.offsetTop + about.offsetHeight : about.offsetTop - offsetHeight;
    Object.assign(style, { left: `${left}px`, top: `${top}px` });
  }
}
