import java from './samples/java.txt?raw';
import node from './samples/node.txt?raw';
import perl from './samples/perl.txt?raw';
import python from './samples/python.txt?raw';
import shell from './samples/shell.txt?raw';

/** How a receiver checks a signature. Each of these programs is run against a real delivery by e2e/webhooks.spec.ts. */
export const samples = [
  { value: 'node', label: 'Node', code: node },
  { value: 'python', label: 'Python', code: python },
  { value: 'java', label: 'Java', code: java },
  { value: 'perl', label: 'Perl', code: perl },
  { value: 'shell', label: 'Shell', code: shell },
] as const;
