// A long graph shows the state that the execution stands at.
const current = document.querySelector('#current');
const pane = current?.closest('.graph-window');
if (pane) {
  const [of, around] = [current.getBoundingClientRect(), pane.getBoundingClientRect()];
  pane.scrollTo({
    top: pane.scrollTop + of.top - around.top - (around.height - of.height) / 2,
    left: pane.scrollLeft + of.left - around.left - (around.width - of.width) / 2,
  });
}
