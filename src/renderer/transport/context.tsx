import { createContext, type ReactNode, useContext } from 'react'
import { type Client, createClient } from '#contract/client.ts'
import type { AppTransport } from './transport.ts'

type Wires = Readonly<{ transport: AppTransport; client: Client }>
const WiresContext = createContext<Wires | null>(null)

export function WiresProvider(props: Readonly<{ transport: AppTransport; children: ReactNode }>) {
  const wires = { transport: props.transport, client: createClient(props.transport) }
  return <WiresContext value={wires}>{props.children}</WiresContext>
}

function useWires(): Wires {
  const wires = useContext(WiresContext)
  if (!wires) throw new Error('no transport')
  return wires
}

export function useTransport(): AppTransport {
  return useWires().transport
}

export function useClient(): Client {
  return useWires().client
}
