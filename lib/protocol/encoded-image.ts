/** An image inside a request, as base64: no text has a word as long. */
export const encodedImage = /[A-Za-z0-9+/]{4000,}={0,2}/g;
