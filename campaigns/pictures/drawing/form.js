// In the browser page of a picture: a form (Discord's modal), from the payload that the bot sent.

import { markdown } from './markdown.js';
import { element, selectOf } from './message.js';

const TEXT_INPUT = 4, TEXT = 10, LABEL = 18, FILE = 19;
const PARAGRAPH = 2;

/** The form as a card with its inputs and its two buttons. */
export function formOf(form) {
	const buttons = element(
		'discord-action-row',
		{ class: 'ends' },
		element('discord-button', { type: 'secondary' }, 'Cancel'),
		element('discord-button', { type: 'primary' }, 'Submit'),
	);
	const heading = element('h2', {}, form.title);
	return element('div', { class: 'form' }, heading, ...form.components.map(partOf), buttons);
}

function partOf(part) {
	if (part.type === TEXT) {
		const made = element('div', { class: 'text' });
		made.innerHTML = markdown(part.content);
		return made;
	}
	if (part.type === LABEL) return labelled(part.label, part.description, part.component);
	return element('div', {}, ...part.components.map((one) => labelled(one.label, undefined, one)));
}

function labelled(label, description, control) {
	const star = control.required === false ? null : element('span', { class: 'required' }, ' *');
	const name = element('div', { class: 'label' }, label ?? '', star);
	const about = description ? element('div', { class: 'about' }, description) : null;
	return element('div', { class: 'input' }, name, about, inputOf(control));
}

function inputOf(control) {
	if (control.type === TEXT_INPUT) {
		const size = control.style === PARAGRAPH ? 'box tall' : 'box';
		const text = control.value || control.placeholder || ' ';
		return element('div', { class: control.value ? `${size} chosen` : size }, text);
	}
	if (control.type === FILE) return element('div', { class: 'box' }, 'Drop a file here, or browse');
	return selectOf(control, {});
}
