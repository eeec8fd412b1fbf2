"use strict";
const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
const [thousands, point] = document.documentElement.lang === "id" ? [".", ","] : [",", "."];
const amount = (text) => {
  const found = text.replaceAll(thousands, "").replace(point, ".").match(/-?\d+(\.\d+)?/);
  return found ? Number(found[0]) : -Infinity;
};
for (const table of document.querySelectorAll("table")) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  heads.forEach((head, column) => {
    const isNumber = head.classList.contains("number");
    const compare = (a, b) => {
      const [one, other] = [a, b].map((row) => row.cells[column].textContent);
      return isNumber ? amount(one) - amount(other) || 0 : words.compare(one, other);
    };
    // Browsers leave buttons out of the headings that they repeat on paper, so the words stand there twice.
    const [button, word] = ["button", "span"].map((name) => document.createElement(name));
    button.type = "button";
    button.textContent = word.textContent = head.textContent;
    word.className = "word";
    head.replaceChildren(button, word);
    button.addEventListener("click", () => {
      const falls = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      body.append(...[...body.rows].sort((a, b) => (falls ? compare(b, a) : compare(a, b))));
    });
  });
}
