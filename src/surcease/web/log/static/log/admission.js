// Whether this browser was let in, as far as it knows: whoever was not has nothing to ask for. What
// lets it in is hidden from the page; this mark beside it is not, and comes again with the next link.

const MARK = "surcease_admitted";

export const isAdmitted = () => document.cookie.split("; ").some((each) => each.startsWith(`${MARK}=`));

export function forgetAdmission() {
  document.cookie = `${MARK}=; path=/; max-age=0; samesite=lax`;
}
