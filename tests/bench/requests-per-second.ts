import autocannon from 'autocannon';

const connections = 20;

/** How many answers with `status` a second one address gives to twenty at once, after a warm-up. */
export async function requestsPerSecond(url: string, status: 200 | 404): Promise<number> {
  await autocannon({ url, connections, duration: 2 });
  const result = await autocannon({ url, connections, duration: 8 });
  const asExpected = result.statusCodeStats?.[`${status}`]?.count ?? 0;
  if (result.errors > 0 || asExpected !== result.requests.total) {
    throw new Error(
      `${url}: ${asExpected} of ${result.requests.total} answers were ${status}, ${result.errors} failed`,
    );
  }
  return result.requests.average;
}
