// By itself, so that nothing of it is evaluated until there is XML to read.
export { SaxesParser } from 'saxes';
