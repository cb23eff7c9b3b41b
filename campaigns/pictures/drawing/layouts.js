// In the browser page of a picture: Components V2, which the component library does not have.

import { markdown } from './markdown.js';
import { element, rowOf } from './message.js';

const ROW = 1, SECTION = 9, TEXT = 10, SEPARATOR = 14, CONTAINER = 17;

/** One component of a message in Components V2, with all that it holds. */
export function layout(component, names) {
	const inside = () => (component.components ?? []).map((one) => layout(one, names));
	switch (component.type) {
		case ROW:
			return element('div', { class: 'rows' }, rowOf(component, names));
		case TEXT: {
			const made = element('div', { class: 'text' });
			made.innerHTML = markdown(component.content, names);
			return made;
		}
		case SEPARATOR: {
			const space = component.spacing === 2 ? 'wide' : 'narrow';
			return element('div', { class: `separator ${space}${component.divider === false ? '' : ' line'}` });
		}
		case SECTION:
			return element('div', { class: 'section' }, element('div', {}, ...inside()), layout(component.accessory, names));
		case CONTAINER: {
			const made = element('div', { class: 'container' }, ...inside());
			if (component.accent_color !== undefined && component.accent_color !== null) {
				made.style.setProperty('--accent', `#${component.accent_color.toString(16).padStart(6, '0')}`);
				made.classList.add('accented');
			}
			return made;
		}
		case 2:
			return element('div', { class: 'rows' }, rowOf({ components: [component] }, names));
		default:
			return element('div', { class: 'text' }, `(component of type ${component.type})`);
	}
}
