// Takes the words that a reader has selected along to the form. Without it the form is the same, and empty.
const link = document.querySelector("a[data-report]");
const around = 32;
let chosen = null;

function fieldOf(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const block = element?.closest("[id^=block-]");
  const field = element?.closest("figcaption") ? null : element?.closest("h1") ? "Headline"
    : element?.closest(".standfirst") ? "Standfirst" : block ? "Body" : null;
  return { home: block ?? element?.closest("h1, .standfirst, figcaption, p"), block, field };
}

function remember() {
  const selection = getSelection();
  const exact = selection.toString().trim();
  if (selection.rangeCount === 0 || exact === "" || exact.length > 1000) return;
  const range = selection.getRangeAt(0);
  const { home, block, field } = fieldOf(range.commonAncestorContainer);
  if (!range.commonAncestorContainer.parentElement?.closest("article.story")) return;
  chosen = { exact, field, block: block?.id.slice("block-".length) };
  if (!home) return;
  const text = home.textContent;
  const at = text.indexOf(exact);
  if (at < 0) return;
  chosen.prefix = text.slice(Math.max(0, at - around), at);
  chosen.suffix = text.slice(at + exact.length, at + exact.length + around);
}

document.addEventListener("selectionchange", remember);
link?.addEventListener("click", () => {
  if (!chosen) return;
  const address = new URL(link.href);
  for (const [name, value] of Object.entries(chosen)) if (value) address.searchParams.set(`Form.${name}`, value);
  link.href = address.href;
});
