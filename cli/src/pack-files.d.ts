/** The bundler puts the text of a pack that ships into the command. */
declare module '*.ai-system-pack.yaml' {
  const text: string;
  export default text;
}
