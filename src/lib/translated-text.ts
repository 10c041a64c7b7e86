/**
 * Keeps React working while a browser translates the page. A translation puts `<font>` elements in
 * the place of texts. React goes on with the texts that it made: it then fails when it removes one
 * from a parent that no longer has it, and what it writes to one is not seen (React issue 11538).
 *
 * A translation runs apart from the page's own code, so only a MutationObserver sees what it does.
 */

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE
const isFont = (node: Node | null): node is HTMLElement => node?.nodeName === 'FONT'

/**
 * Makes the DOM methods that React uses work with translated texts below an element. Call it once,
 * before the first render. What is not translated behaves as before.
 * @returns ends it, for tests
 */
export const followTranslation = (root: Element): (() => void) => {
  /** The element that stands in the place of a text that is gone from the document. */
  const standIns = new WeakMap<Text, HTMLElement>()

  const note = (records: readonly MutationRecord[]): void => {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      const font = [...addedNodes, previousSibling, nextSibling].find(isFont)
      if (font) for (const node of removedNodes) if (isText(node)) standIns.set(node, font)
    }
  }
  const observer = new MutationObserver(note)
  observer.observe(root, { childList: true, subtree: true })

  /** The element that shows a text of React's; undefined if the text shows itself. */
  const standInOf = (node: Node): HTMLElement | undefined => {
    if (!isText(node)) return undefined
    note(observer.takeRecords())
    if (isFont(node.parentNode)) {
      let outer = node.parentNode
      while (isFont(outer.parentNode)) outer = outer.parentNode
      return outer
    }
    const font = node.parentNode === null ? standIns.get(node) : undefined
    return font?.isConnected ? font : undefined
  }
  /** The child of `parent` that shows a node. */
  const shownIn = (parent: Node, node: Node): Node =>
    node.parentNode === parent ? node : (standInOf(node) ?? node)
  /** Takes the translation of a text away where React puts the text itself elsewhere. */
  const release = (parent: Node, node: Node): void => {
    if (!isFont(parent)) standInOf(node)?.remove()
  }

  // oxlint-disable-next-line typescript/unbound-method -- called on the element of each call
  const { removeChild, insertBefore, appendChild } = Node.prototype
  const value = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue')
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    removeChild.call(this, shownIn(this, child))
    return child
  }
  Node.prototype.insertBefore = function <T extends Node>(
    this: Node,
    node: T,
    before: Node | null,
  ): T {
    const place = before && shownIn(this, before)
    release(this, node)
    return insertBefore.call(this, node, place) as T
  }
  Node.prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
    release(this, node)
    return appendChild.call(this, node) as T
  }
  Object.defineProperty(Node.prototype, 'nodeValue', {
    ...value,
    set(this: Node, text: string | null) {
      // The new text is shown as it is, until it is translated in turn.
      if (isText(this) && this.parentNode === null) standInOf(this)?.replaceWith(this)
      value?.set?.call(this, text)
    },
  })

  return () => {
    observer.disconnect()
    Object.assign(Node.prototype, { removeChild, insertBefore, appendChild })
    if (value) Object.defineProperty(Node.prototype, 'nodeValue', value)
  }
}
