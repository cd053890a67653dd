import type { RequestListener } from 'node:http'

/** Serves GET requests by a fetch-style function: the inbox needs no more. */
export function fetchListener(answer: (request: Request) => Response | Promise<Response>): RequestListener {
  return async (request, response) => {
    request.resume()
    const { status, headers, body } = await respond(answer, `http://localhost${request.url ?? '/'}`, request.method)
    response.writeHead(status, Object.fromEntries(headers))
    response.end(body)
  }
}

async function respond(answer: Parameters<typeof fetchListener>[0], url: string, method = 'GET') {
  try {
    const response = await answer(new Request(url, { method }))
    return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) }
  } catch (error) {
    return { status: 500, headers: new Headers({ 'content-type': 'text/plain' }), body: String(error) }
  }
}
