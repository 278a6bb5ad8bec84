/** What every model of the page shares: it tells those who listen that it changed. No model knows the DOM. */
export class Model extends EventTarget {
  changed() {
    this.dispatchEvent(new Event('change'));
  }
}
