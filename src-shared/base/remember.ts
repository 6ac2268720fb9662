// Keeps the answers of a pure function, so that the same question is not worked out twice. Nothing can tell the difference
// but the clock: the answers must depend on the question alone and must never be altered.

/** Answers by text; when `most` are kept all are dropped, which bounds the memory and needs no bookkeeping. */
export function rememberByText<Answer>(work: (text: string) => Answer, most: number): (text: string) => Answer {
  const answersByText = new Map<string, Answer>();
  return (text) => {
    const known = answersByText.get(text);
    if (known !== undefined) return known;
    if (answersByText.size >= most) answersByText.clear();
    const answer = work(text);
    answersByText.set(text, answer);
    return answer;
  };
}

/** Answers by a declaration that is never altered; they go when the declaration goes. */
export function rememberByObject<Declaration extends object, Answer>(
  work: (about: Declaration) => Answer,
): (about: Declaration) => Answer {
  const answers = new WeakMap<Declaration, Answer>();
  return (about) => {
    const known = answers.get(about);
    if (known !== undefined) return known;
    const answer = work(about);
    answers.set(about, answer);
    return answer;
  };
}
