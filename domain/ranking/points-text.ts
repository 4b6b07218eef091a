/** Points as people read them, from thousandths of a point: `612`, `612.5`, never rounded. */
export const pointsText = (milli: number): string => {
  const fraction = String(milli % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${Math.floor(milli / 1000)}${fraction && `.${fraction}`}`;
};
