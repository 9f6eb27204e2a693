// Loaded into each thread before anything else: whoever asks the network gets an error and leaves a line.
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import net from 'node:net'

const seen = process.env.VANKHO_TEST_NET
appendFileSync(seen, 'loaded\n')
function refuse() {
  appendFileSync(seen, 'asked\n')
  throw new Error('no network')
}
net.Socket.prototype.connect = refuse
dns.lookup = refuse
globalThis.fetch = refuse
