// Run by __main__.py: draws every picture of a file of payloads in headless Chromium, in both widths and themes.
//
// node draw.js PAYLOADS.json FOLDER

import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const SCREENS = { wide: { width: 760, scale: 1.5 }, narrow: { width: 380, scale: 2 } };
const THEMES = ['dark', 'light'];
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
// Few enough to keep the files small, enough to keep the frame of a reply apart from what is behind it.
const COLOURS = '22';
const HERE = import.meta.dirname;

async function page() {
	const bundled = await build({ entryPoints: [path.join(HERE, 'page.js')], bundle: true, format: 'iife', write: false, logLevel: 'error' });
	const script = bundled.outputFiles[0].text.replaceAll('</script', '<\\/script');
	const style = await readFile(path.join(HERE, 'page.css'), 'utf8');
	return `<!doctype html><meta charset="utf-8"><style>${style}</style><body></body><script>${script}</script>`;
}

const [payloads, folder] = process.argv.slice(2);
const pictures = JSON.parse(await readFile(payloads, 'utf8'));
const html = await page();
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS, chromiumSandbox: false });
try {
	for (const [screen, { width, scale }] of Object.entries(SCREENS)) {
		const context = await browser.newContext({ viewport: { width, height: 100 }, deviceScaleFactor: scale, offline: true });
		const tab = await context.newPage();
		tab.on('pageerror', (error) => { throw error; });
		await tab.setContent(html);
		for (const theme of THEMES) {
			for (const picture of pictures) {
				await tab.evaluate((what) => window.draw(...what), [picture, screen, theme]);
				const shot = await tab.screenshot({ fullPage: true });
				const small = execFileSync('pngquant', ['--nofs', '--speed', '1', '--strip', COLOURS, '-'], { input: shot });
				await writeFile(path.join(folder, `${picture.name}-${screen}-${theme}.png`), small);
			}
		}
		await context.close();
	}
} finally {
	await browser.close();
}
