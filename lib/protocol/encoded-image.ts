/**
 * An image inside a request, as base64, where OpenAI's or Anthropic's JSON has one. What people write can't look like it:
 * their quotation marks are escaped there. Begins at a fixed text, so that the search takes linear time.
 */
export const encodedImage =
  /(?<=":"data:image\/[a-z]{3,4};base64,|"media_type":"image\/[a-z]{3,4}","data":")[A-Za-z0-9+/]{100,}={0,2}/g;
