// What is shown: the state that the server told last, and the actions that it has not answered yet.

// A change says nothing of whether an entry is deleted.
const isDeleted = (entry, action) =>
  action.do === "change" ? Boolean(entry.deleted) : action.do === "delete";

const merged = (entry, action) => ({
  ...entry,
  deleted: isDeleted(entry, action),
  cells: { ...entry.cells, ...action.cells },
});

const blank = ({ entry, kind, shown }) => ({ id: entry, kind, cells: { ...shown } });

export function withActions(entries, actions) {
  const shown = new Map(entries.map((entry) => [entry.id, entry]));
  for (const action of actions) {
    if (action.refused !== undefined) continue;
    const before = shown.get(action.entry) ?? blank(action);
    shown.set(action.entry, { ...merged(before, action), unsent: true });
  }
  return [...shown.values()];
}

// The state once actions are done, until the server is asked again.
export function settled(state, done) {
  const entries = withActions(state.entries, done)
    .filter(isWhole)
    .map(({ unsent, ...entry }) => entry);
  return { ...state, entries };
}

export const begins = (entry) =>
  entry.cells.started_at ?? entry.cells.given_at ?? entry.cells.taken_at ?? entry.cells.noticed_at ??
  entry.cells.noted_at ?? entry.cells.on ?? entry.cells.from_on ?? "";

// Of an entry that is not known here, a change alone is no entry to show.
export const isWhole = (entry) => entry.kind === "usuals" || Boolean(begins(entry));

const order = (entry) => new Date(begins(entry)).getTime() || 0;

export const latestFirst = (entries) => [...entries].sort((one, other) => order(other) - order(one));
