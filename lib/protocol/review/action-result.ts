/** What came of something that an admin did; the sentence is for them. */
export type ActionResult = { readonly ok: true } | { readonly ok: false; readonly message: string };
