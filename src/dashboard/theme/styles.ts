// The styles that every screen needs. What only some need (Menu, Modal, Popover, Select …) is imported by the file
// that uses the component: `import '@mantine/core/styles/Menu.layer.css'`. All of Mantine's is in a cascade layer,
// so the order in which chunks arrive never decides who wins.
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@fontsource-variable/inter/wght.css';
import './global.css';
