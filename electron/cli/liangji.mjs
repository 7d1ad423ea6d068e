#!/usr/bin/env node
// The `liangji` command of a checkout: needs Node 22.18 or newer, which runs TypeScript as it stands.
import './main.ts'
