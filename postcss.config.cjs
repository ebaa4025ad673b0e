module.exports = {
  plugins: {
    'postcss-preset-mantine': {},
    'postcss-simple-vars': {
      // The widths at which the layout changes: below a tablet, below a desktop.
      variables: { phone: '47.99em', rail: '74.99em' },
    },
  },
};
