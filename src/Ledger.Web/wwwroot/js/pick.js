// Takes words over from the story beside the form. Without it they are typed or copied.
const story = document.querySelector(".beside .story");
let chosen = null;

function fieldOf(element) {
  if (element.closest("figcaption")) return "";
  if (element.closest(".standfirst")) return "Standfirst";
  return element.closest("[id^=block-]") ? "Body" : "";
}

function remember() {
  const selection = getSelection();
  const exact = selection.toString().trim();
  if (selection.rangeCount === 0 || exact === "" || exact.includes("\n")) return;
  const node = selection.getRangeAt(0).commonAncestorContainer;
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  if (story.contains(element)) chosen = { exact, field: fieldOf(element) };
}

function offer(row) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pick";
  button.textContent = "Take the words marked in the story";
  button.addEventListener("click", () => {
    const wrong = row.querySelector("[name=wrong]");
    if (chosen) {
      wrong.value = chosen.exact;
      row.querySelector("[name=field]").value = chosen.field;
      row.querySelector("[name=right]").focus();
    } else {
      wrong.focus();
    }
  });
  row.querySelector(".field").append(button);
}

if (story) {
  document.addEventListener("selectionchange", remember);
  document.querySelectorAll(".claim-row").forEach(offer);
}
