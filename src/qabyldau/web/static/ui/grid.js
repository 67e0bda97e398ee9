// Arrow keys move between the cells of a grid; Enter opens a cell by itself, because each is a link.
// Only one cell is in the order of Tab, so that the grid is passed with a single key.
for (const grid of document.querySelectorAll("[data-grid]")) {
  const rows = [...grid.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td")]);
  const reach = (cell) => cell.querySelector("a") || cell;
  const all = rows.flat().map(reach);
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  let current = grid.querySelector("tbody a");
  for (const one of all) one.tabIndex = -1;
  if (current) current.tabIndex = 0;

  const move = (row, column) => {
    const cell = rows[row] && rows[row][column];
    if (!cell) return;
    if (current) current.tabIndex = -1;
    current = reach(cell);
    current.tabIndex = 0;
    current.focus();
  };

  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows.findIndex((cells) => cells.includes(cell));
    const column = rows[row].indexOf(cell);
    const step = steps[event.key];
    if (step) move(row + step[0], column + step[1]);
    else if (event.key === "Home") move(row, 0);
    else if (event.key === "End") move(row, rows[row].length - 1);
    else return;
    event.preventDefault();
  });
}
