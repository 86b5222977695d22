interface Props {
  /** What `markdownHtml` or `highlighted` made: the only markup that is not written as components. */
  html: string;
  element: "div" | "code";
  class?: string;
}

/** The one door through which ready markup comes onto a page. */
export function Trusted({ html, element: Element, class: name }: Props) {
  return <Element {...(name === undefined ? {} : { class: name })} dangerouslySetInnerHTML={{ __html: html }} />;
}
