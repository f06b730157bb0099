type Action<Answer> = (before: Awaited<Answer>, data: FormData) => Promise<Answer>;

/**
 * A form's action as the browser sends it: where the server cannot be reached the form gets an answer, and stays with all
 * that is typed into it, rather than giving way to an error page. What the server itself throws, a redirect among it, goes on.
 * For `<form action>` give the bare action, by a `useActionState` of its own: that is what works without JavaScript.
 * @param answer what the form is told then
 */
export function whenUnreachable<Answer>(
  action: Action<Answer>,
  answer: (before: Awaited<Answer>) => Answer,
): Action<Answer> {
  return async (before, data) => {
    try {
      return await action(before, data);
    } catch (error) {
      if (isFailedRequest(error)) return answer(before);
      throw error;
    }
  };
}

/** What fetch throws where there is no answer; whatever comes from the server has a digest. */
function isFailedRequest(error: unknown): boolean {
  return error instanceof TypeError && !('digest' in error);
}
