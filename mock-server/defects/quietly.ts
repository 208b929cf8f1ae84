/** Does something that nobody sees: a failure of it changes no answer. */
export async function quietly(work: () => Promise<unknown> | undefined): Promise<void> {
  try {
    await work()
  } catch {
    // What the other side thinks of the call is not the point: that it was made is.
  }
}
