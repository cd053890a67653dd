import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LocalProblem } from './problem.ts'

export interface Listening {
  readonly url: string
  readonly port: number
  /** Takes no more requests, lets those that run finish, then closes every connection. */
  close(): Promise<void>
}

/** Where a server shall listen, and the option that chooses it: `undefined` for a port nobody sees. */
export interface ListenAt {
  readonly port: number
  readonly option?: string
}

/** Opens an HTTP server on this machine only. A taken port is a LocalProblem that names the port and its option. */
export function listen(handle: RequestListener, at: ListenAt): Promise<Listening> {
  return listenWith(createServer(handle), at)
}

/** The same for a server that exists already. */
export function listenWith(server: Server, at: ListenAt): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, at)))
    server.listen(at.port, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({ port, url: `http://localhost:${port}`, close: () => closeServer(server) })
    })
  })
}

function closeServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve()
  return new Promise((resolve, reject) => {
    // Idle connections, which browsers keep, are closed by it, too (Node 19 and later).
    server.close((error) => (error ? reject(error) : resolve()))
  })
}

function explain(error: NodeJS.ErrnoException, at: ListenAt): Error {
  const instead = at.option ? ` Stop that program, or choose another port: ${at.option} ${at.port + 10}.` : ''
  if (error.code === 'EADDRINUSE') return new LocalProblem(`Port ${at.port} is taken by another program.${instead}`)
  if (error.code === 'EACCES') return new LocalProblem(`Port ${at.port} is not open to this user.${instead}`)
  return error
}
