import type { Comment } from './document.ts';

/** The first comment that starts at `offset` or behind it. `comments` are in the order of the text. */
export function commentFrom(comments: readonly Comment[], offset: number): Comment | undefined {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return comments[low];
}
