import { createRoot } from 'react-dom/client'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import { App } from './app/app.tsx'
import { applyAppearance, readAppearance } from './app/appearance.ts'
import { keepSignsSeen } from './app/visible-signs.ts'

applyAppearance(readAppearance())
keepSignsSeen(document.body)
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
