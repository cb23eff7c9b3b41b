// Discord's Markdown as HTML, by a parser of Discord's own dialect; mentions and moments get words.

import { toHTML } from '@odiffey/discord-markdown';

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const UNITS = [
	['year', 31_536_000],
	['month', 2_592_000],
	['day', 86_400],
	['hour', 3_600],
	['minute', 60],
	['second', 1],
];

function escaped(text) {
	return text.replace(/[&<>"]/g, (one) => `&#${one.codePointAt(0)};`);
}

/** "2 minutes ago", as Discord writes `<t:…:R>`; other styles as a date. */
function moment(timestamp, style) {
	const seconds = Number(timestamp) - Date.now() / 1000;
	if (style !== 'R') {
		return new Date(Number(timestamp) * 1000).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
	}
	const [unit, size] = UNITS.find(([, one]) => Math.abs(seconds) >= one) ?? UNITS.at(-1);
	return RELATIVE.format(Math.round(seconds / size), unit);
}

/** Markdown as HTML; `names` has what stands for each id that is mentioned. */
export function markdown(text, names = {}) {
	const mention = (sign, kind) => ({ id }) => `${sign}${escaped(names[id] ?? kind)}`;
	const html = toHTML(text, {
		embed: true,
		discordCallback: {
			user: mention('@', 'someone'),
			role: mention('@', 'role'),
			channel: mention('#', 'channel'),
			slash: ({ name }) => `/${escaped(name)}`,
			timestamp: ({ timestamp, style }) => `<span class="moment">${moment(timestamp, style)}</span>`,
		},
	});
	return html;
}

/** What is left of Markdown where an element takes plain text only: a title, a field's name. */
export function plain(text, names = {}) {
	const holder = document.createElement('div');
	holder.innerHTML = markdown(text, names);
	return holder.textContent;
}
