// SPDX-License-Identifier: MIT
// The judges' packages stand under build/judges, away from the sources: this
// finds them there, for import and as files.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../build/judges/package.json', import.meta.url));

export const find = name => require.resolve(name);
export const load = name => import(pathToFileURL(require.resolve(name)).href);
