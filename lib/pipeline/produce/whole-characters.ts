import "server-only";

/** Joins the halves of characters that come in different pieces, for a half alone is neither text nor storable. */
export class WholeCharacters {
  private half = "";

  /** Returns the piece in whole characters, with what was kept before it; a half that ends it waits. */
  push(piece: string): string {
    const text = this.half + piece;
    const last = text.charCodeAt(text.length - 1);
    this.half = last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : "";
    return text.slice(0, text.length - this.half.length).toWellFormed();
  }

  /** No more pieces come: what waits is the sign for a broken character. */
  flush(): string {
    const rest = this.half.toWellFormed();
    this.half = "";
    return rest;
  }
}
