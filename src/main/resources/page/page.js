(() => {
  'use strict';

  const data = JSON.parse(document.getElementById('data').textContent);
  const SVG = 'http://www.w3.org/2000/svg';
  const COLOURS = 7;
  const NOTHING = '–';

  // ---- Elements. Text is set as text and never as HTML: names come from files.

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      node.setAttribute(name, value);
    }
    node.append(...children.filter(child => child !== null));
    return node;
  }

  function element(name, attributes = {}, ...children) {
    return fill(document.createElement(name), attributes, children);
  }

  function shape(name, attributes = {}, ...children) {
    return fill(document.createElementNS(SVG, name), attributes, children);
  }

  /** Rows of cells below headings; the columns from `texts` on hold numbers. A cell is a text or an element. */
  function table(label, headings, lines, texts, chosen = -1) {
    const kind = column => (column === chosen ? 'chosen ' : '') + (column >= texts ? 'number' : '');
    const head = element('tr', {}, ...headings.map((heading, column) =>
      element('th', {scope: 'col', class: kind(column)}, heading)));
    const rows = lines.map(line => element('tr', {}, ...line.map((cell, column) => column === 0
      ? element('th', {scope: 'row', class: kind(column)}, cell)
      : element('td', {class: kind(column)}, cell))));
    return element('div', {class: 'grid', tabindex: '0', role: 'region', 'aria-label': label},
      element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)));
  }

  function facts(entries) {
    return element('dl', {class: 'facts'}, ...entries.flatMap(([name, value]) =>
      [element('dt', {}, name), element('dd', {}, value)]));
  }

  function folded(summary, ...children) {
    return element('details', {}, element('summary', {}, summary), ...children);
  }

  // ---- Numbers

  function rounded(value, digits = 1) {
    return value === undefined ? NOTHING : value.toFixed(digits);
  }

  function duration(seconds) {
    if (!(seconds > 0)) {
      return NOTHING;
    }
    return seconds < 120 ? seconds.toFixed(1) + ' s'
      : seconds < 7200 ? (seconds / 60).toFixed(1) + ' min' : (seconds / 3600).toFixed(1) + ' h';
  }

  function short(number) {
    return Math.abs(number) >= 100 ? number.toFixed(0) : String(Number(number.toPrecision(3)));
  }

  // ---- Charts

  /** Round places on an axis, about so many. */
  function ticks(low, high, about) {
    const rough = (high - low) / about || 1;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(factor => factor * power).find(candidate => candidate >= rough);
    const places = [];
    for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      places.push(i * step);
    }
    return places;
  }

  function key(series) {
    return element('ul', {class: 'key'}, ...series.map((one, i) =>
      element('li', {style: `--colour: var(--series-${i % COLOURS})`}, one.name)));
  }

  /** Lines over epochs: [{name, points: [[epoch, value], ...]}, ...]. */
  function lines(title, series) {
    const width = 360, height = 210, left = 40, right = 12, top = 12, bottom = 34;
    const points = series.flatMap(one => one.points);
    const xs = points.map(point => point[0]), ys = points.map(point => point[1]);
    const first = Math.min(...xs), last = Math.max(...xs);
    let low = Math.min(...ys), high = Math.max(...ys);
    const room = (high - low || 1) * 0.06;
    low -= room;
    high += room;
    const x = value => left + (last === first ? 0.5 : (value - first) / (last - first)) * (width - left - right);
    const y = value => top + (high - value) / (high - low) * (height - top - bottom);
    const words = title + ' over epochs. ' + series.map(one =>
      `${one.name}: from ${short(one.points[0][1])} to ${short(one.points[one.points.length - 1][1])}`).join('; ') + '.';
    const picture = shape('svg', {class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': words});
    for (const place of ticks(low, high, 5)) {
      picture.append(
        shape('path', {class: 'axis', d: `M${left} ${y(place)}H${width - right}`}),
        shape('text', {x: left - 6, y: y(place) + 4, 'text-anchor': 'end'}, short(place)));
    }
    for (const place of ticks(first, last, 8).filter(Number.isInteger)) {
      picture.append(shape('text', {x: x(place), y: height - bottom + 16, 'text-anchor': 'middle'}, String(place)));
    }
    picture.append(shape('text', {x: (left + width - right) / 2, y: height - 3, 'text-anchor': 'middle'}, 'epoch'));
    series.forEach((one, i) => {
      const colour = `var(--series-${i % COLOURS})`;
      const path = one.points.map(point => `${x(point[0]).toFixed(1)} ${y(point[1]).toFixed(1)}`).join('L');
      picture.append(shape('path', {class: 'series', style: `stroke: ${colour}`, d: 'M' + path}));
      for (const point of one.points) {
        picture.append(shape('circle', {class: 'dot', style: `fill: ${colour}`, cx: x(point[0]), cy: y(point[1]), r: 3},
          shape('title', {}, `${one.name}, epoch ${point[0]}: ${short(point[1])}`)));
      }
    });
    return element('figure', {}, element('figcaption', {}, title), picture, key(series));
  }

  // ---- The runs behind a cell

  const dialog = document.getElementById('runs');
  const runsTitle = document.getElementById('runs-title');
  const runsBody = document.getElementById('runs-body');
  let opener = null;

  function find(button) {
    const experiment = data.experiments[button.closest('.experiment').id];
    const key = button.dataset.cell;
    const cut = key.lastIndexOf('/') + 1;
    const row = experiment && experiment.rows.find(candidate => candidate.key === key.slice(0, cut));
    if (!row) {
      return null;
    }
    const split = key.endsWith('Unseen') ? 'unseen' : key.endsWith('Seen') ? 'seen' : 'all';
    const column = key.slice(cut, split === 'all' ? undefined : -split.length);
    return {row, split, metric: data.metrics.find(metric => metric.key === column)};
  }

  /** What the cell is of. Columns of an overview are data sets; tables of times tell their quantity there. */
  function columnOf(button, {row, metric}) {
    const cell = button.closest('td, th');
    const heading = cell.closest('table').tHead.rows[0].cells[cell.cellIndex].textContent;
    return metric ? metric.heading : heading === row.dataset ? 'minutes of training' : heading;
  }

  /** [trial, its run] of what is finished. */
  function finished(row) {
    return row.trials.filter(trial => data.runs[trial.id]).map(trial => [trial, data.runs[trial.id]]);
  }

  function scores(row, split, metric) {
    const headings = ['Seed', 'State', ...data.metrics.map(each => each.heading), 'Training', 'Trial'];
    const lines = row.trials.map(trial => {
      const run = data.runs[trial.id];
      const measured = run && run.scores[split] || {};
      return [
        String(trial.seed),
        trial.state,
        ...data.metrics.map(each => rounded(measured[each.key], 2)),
        run ? duration(run.seconds[1]) : NOTHING,
        element('span', {class: 'digest'}, trial.id ? trial.id.slice(0, 12) : NOTHING)
      ];
    });
    const chosen = metric ? 2 + data.metrics.indexOf(metric) : 2 + data.metrics.length;
    return table('Scores by seed', headings, lines, 2, chosen);
  }

  const SPLITS = [['all', 'all queries'], ['seen', 'queries of categories seen in training'], ['unseen', 'queries of unseen categories']];

  function otherSplits(row, split, metric) {
    return SPLITS
      .filter(([other]) => other !== split && finished(row).some(([, run]) => run.scores[other]))
      .map(([other, words]) => folded('The same over ' + words, scores(row, other, metric)));
  }

  function counts(runs, split) {
    const measured = runs.map(([, run]) => run.scores[split]).filter(Boolean);
    const all = name => [...new Set(measured.map(each => each[name]))].map(count => count.toLocaleString('en')).join(', ');
    return facts([
      ['queries', all('queries')],
      ['without a match in the gallery', all('without')],
      ['images in the gallery', all('gallery')],
      ['ties', all('ties')]]);
  }

  function curves(runs) {
    const series = kind => runs.filter(([, run]) => run[kind].length > 0)
      .map(([trial, run]) => ({name: 'seed ' + trial.seed, points: run[kind]}));
    const loss = series('loss'), validation = series('validation');
    return [
      loss.length ? lines('Training loss, mean of each epoch', loss) : null,
      validation.length ? lines('Rank-1 on validation data, in percent', validation) : null].filter(Boolean);
  }

  function settingsApart(row) {
    if (row.apart.length === 0) {
      return element('p', {class: 'nothing'}, 'None: all settings are those of the other rows and of the paper.');
    }
    return table('Settings that differ',
      ['Setting', 'This row', row.others === 1 ? 'The other row' : 'Most other rows', 'The paper'],
      row.apart.map(([name, value, others, preset]) => [
        element('code', {}, name), value,
        row.others === 0 ? NOTHING : others === null ? 'no such setting' : others === value ? 'the same' : others,
        preset === null ? 'says nothing' : preset]), 4);
  }

  /** What is the same in all runs once; what differs by seed. */
  function shared(runs, part) {
    const names = [...new Set(runs.flatMap(([, run]) => Object.keys(run[part])))];
    return facts(names.map(name => {
      const values = runs.map(([trial, run]) => [trial.seed, run[part][name] === undefined ? NOTHING : run[part][name]]);
      const same = values.every(([, value]) => value === values[0][1]);
      const text = same ? values[0][1] : values.map(([seed, value]) => `seed ${seed}: ${value}`).join('; ');
      return [name, part === 'inputs' ? element('span', {class: 'digest'}, text) : text];
    }));
  }

  function times(runs) {
    const line = index => runs.some(([, run]) => run.seconds[index] > 0)
      ? runs.map(([, run]) => duration(run.seconds[index])).join(', ') : 'none';
    return facts([
      ['attribute pretraining', line(0)],
      ['training', line(1)],
      ['embedding and scoring', line(2)]]);
  }

  function commands(runs) {
    return element('pre', {class: 'command', tabindex: '0', role: 'region', 'aria-label': 'Commands that run these trials again'},
      element('code', {}, runs.map(([, run]) => run.reproduce).join('\n')));
  }

  function show(button) {
    const found = find(button);
    if (found === null) {
      return;
    }
    const {row, split, metric} = found;
    const runs = finished(row);
    runsTitle.textContent = `${row.row} on ${row.dataset}`;
    const column = columnOf(button, found);
    const over = SPLITS.find(([each]) => each === split)[1];
    const failed = row.trials.filter(trial => trial.reason);
    const parts = [
      element('p', {class: 'lead'}, element('span', {class: 'value'}, button.textContent.replace(/[↑↓]/g, '')), ` ${column}${metric ? ' over ' + over : ''}, ${runs.length} of ${row.trials.length} seeds finished`),
      scores(row, split, metric),
      ...otherSplits(row, split, metric),
      ...failed.map(trial => element('p', {}, `Seed ${trial.seed}, ${trial.state}: ${trial.reason}`)),
    ];
    const charts = curves(runs);
    if (charts.length > 0) {
      parts.push(element('h3', {}, 'Curves'), element('div', {class: 'charts'}, ...charts));
    }
    parts.push(
      element('h3', {}, 'Settings that set this row apart'),
      settingsApart(row),
      folded('All settings', facts(Object.entries(row.settings).map(([name, value]) => [element('code', {}, name), value]))));
    if (runs.length > 0) {
      parts.push(
        element('h3', {}, 'Counts'), counts(runs, split),
        element('h3', {}, runs.length > 1 ? 'Times, by seed' : 'Times'), times(runs),
        element('h3', {}, 'Digests of what went in'), shared(runs, 'inputs'),
        element('h3', {}, 'Where it ran'), shared(runs, 'environment'),
        element('h3', {}, 'To run it again'), commands(runs));
    }
    runsBody.replaceChildren(...parts);
    opener = button;
    dialog.showModal();
    dialog.scrollTop = 0;
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('button.cell');
    if (button) {
      show(button);
    } else if (event.target === dialog) {
      dialog.close(); // beside it
    }
  });
  document.getElementById('close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    if (opener) {
      opener.focus();
    }
    opener = null;
  });

  const MARKS = {'↑': ', above the reference row by more than noise', '↓': ', below the reference row by more than noise'};

  /** The cell's number, and its mark in words. */
  function spoken(button) {
    return button.textContent.replace(/[↑↓]/g, mark => MARKS[mark]);
  }

  // A button's name says what it opens, also to those who do not see its row and column.
  for (const button of document.querySelectorAll('button.cell')) {
    const found = find(button);
    if (found === null) {
      button.replaceWith(...button.childNodes);
    } else {
      button.setAttribute('aria-haspopup', 'dialog');
      button.setAttribute('aria-label',
        `${spoken(button)}, ${columnOf(button, found)} of ${found.row.row} on ${found.row.dataset}: open its runs`);
    }
  }

  // ---- Maps of embeddings

  const STAR = Array.from({length: 10}, (unused, i) => {
    const radius = i % 2 === 0 ? 17 : 7;
    return `${(radius * Math.sin(i * Math.PI / 5)).toFixed(1)} ${(-radius * Math.cos(i * Math.PI / 5)).toFixed(1)}`;
  }).join('L');
  const REACH = 45;
  const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
  const MOST_THUMBNAILS = 8;

  /**
   * Planes beside each other, of the same images and categories: what is pointed at in one is marked in all. A point is [kind, index, x, y]: an
   * image (0) or a category (1), in thousandths of the plane from its upper left.
   */
  class EmbeddingMap {
    constructor(box, map) {
      this.map = map;
      this.box = box;
      box.style.setProperty('--sheet', `url("${map.sheet.uri}")`);
      this.panel = element('div', {class: 'pointed'}, element('p', {class: 'nothing'},
        'Point at a mark, or move from mark to mark with the arrow keys, to see whom it stands for.'));
      this.colour = element('select', {'aria-label': 'Attribute that colours the maps'}, ...map.attributes.map((group, i) =>
        element('option', {value: String(i)}, group.name)));
      this.colour.value = String(map.colour);
      this.legend = element('ul', {class: 'key'});
      this.planes = map.planes.map((plane, i) => this.plane(plane, i));
      this.colour.addEventListener('change', () => this.paint());
      box.append(
        element('p', {class: 'colouring'}, element('label', {}, 'Coloured by ', this.colour)),
        this.legend,
        element('p', {class: 'colouring'}, '★ a query category, ● an image of the gallery. What is pointed at in one map is ringed in all, and the rest of its category stands out.'
          + (map.all > map.images.length ? ` Of ${map.all.toLocaleString('en')} images ${map.images.length.toLocaleString('en')} are here, evenly over the gallery's order.` : '')),
        element('div', {class: 'mapped'}, element('div', {class: 'planes'}, ...this.planes.map(plane => plane.figure)), this.panel));
      this.paint();
    }

    category(point) {
      return point[0] === 1 ? point[1] : this.map.images[point[1]];
    }

    describe(category) {
      return this.map.categories[category].map((value, g) =>
        `${this.map.attributes[g].name} ${this.map.attributes[g].values[value]}`);
    }

    plane(plane, number) {
      const marks = plane.points.map(([kind, , x, y]) => kind === 1
        ? shape('path', {class: 'category', d: `M${STAR}Z`, transform: `translate(${x} ${y})`})
        : shape('circle', {class: 'image', cx: x, cy: y, r: 7}));
      const ring = shape('circle', {class: 'ring', r: 24, cx: -99, cy: -99});
      const picture = shape('svg', {viewBox: '-30 -30 1060 1060', 'aria-hidden': 'true'},
        shape('g', {}, ...marks), ring);
      // A listbox has one option at a time; two take turns, so that each is told anew.
      const options = [0, 1].map(i => element('div', {role: 'option', id: `${this.box.dataset.map}-${number}-${i}`, class: 'unseen', 'aria-selected': 'false'}, '–'));
      const list = element('div', {role: 'listbox', tabindex: '0', class: 'plane',
        'aria-label': `${plane.title}: a map of ${plane.points.length} points; arrow keys go from one to the next`}, picture, ...options);
      const made = {plane, marks, ring, list, options, current: -1,
        figure: element('figure', {}, element('figcaption', {}, plane.title, element('br'), plane.quality), list)};
      const at = event => {
        const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
        const near = this.nearest(plane.points, place.x, place.y, () => true);
        if (near >= 0 && Math.hypot(plane.points[near][2] - place.x, plane.points[near][3] - place.y) < REACH) {
          this.select(made, near);
        }
      };
      picture.addEventListener('pointermove', at);
      picture.addEventListener('pointerdown', at);
      list.addEventListener('focus', () => {
        if (made.current < 0 && list.matches(':focus-visible')) {
          this.select(made, Math.max(0, plane.points.findIndex(point => point[0] === 1)));
        }
      });
      list.addEventListener('keydown', event => {
        const arrow = ARROWS[event.key];
        if (arrow) {
          event.preventDefault();
          const [, , x, y] = plane.points[Math.max(0, made.current)];
          const next = this.nearest(plane.points, x, y, (dx, dy) => {
            const along = dx * arrow[0] + dy * arrow[1];
            return along > 0 && along >= Math.abs(dx * arrow[1] + dy * arrow[0]);
          });
          if (next >= 0) {
            this.select(made, next);
          }
        }
      });
      return made;
    }

    nearest(points, x, y, fits) {
      let best = -1, least = Infinity;
      points.forEach((point, i) => {
        const dx = point[2] - x, dy = point[3] - y, far = dx * dx + dy * dy;
        if (far < least && fits(dx, dy)) {
          best = i;
          least = far;
        }
      });
      return best;
    }

    select(made, index) {
      const point = made.plane.points[index];
      const category = this.category(point);
      if (made.current === index) {
        return;
      }
      for (const other of this.planes) {
        other.current = other.plane.points.findIndex(candidate => candidate[0] === point[0] && candidate[1] === point[1]);
        const [, , x, y] = other.plane.points[other.current] || [0, 0, -99, -99];
        other.ring.setAttribute('cx', x);
        other.ring.setAttribute('cy', y);
        other.list.classList.add('choosing');
        other.plane.points.forEach((candidate, i) => other.marks[i].classList.toggle('same', this.category(candidate) === category));
      }
      const words = this.describe(category);
      const images = this.map.images.flatMap((each, i) => each === category ? [i] : []);
      const what = point[0] === 1 ? 'Query category' : 'Image of the gallery';
      const [spoken, next] = made.options[0].getAttribute('aria-selected') === 'true' ? [0, 1] : [1, 0];
      made.options[spoken].setAttribute('aria-selected', 'false');
      made.options[next].setAttribute('aria-selected', 'true');
      made.options[next].textContent = `${what}: ${words.join(', ')}`;
      made.list.setAttribute('aria-activedescendant', made.options[next].id);
      const seen = point[0] === 1 ? images.slice(0, MOST_THUMBNAILS) : [point[1]];
      this.panel.replaceChildren(
        element('p', {}, element('strong', {}, what), ` – ${images.length} of the mapped images ${images.length === 1 ? 'is' : 'are'} of this category`),
        element('div', {class: 'thumbnails'}, ...seen.map(i => this.thumbnail(i))),
        element('ul', {class: 'asked'}, ...words.map(word => element('li', {}, word))));
    }

    thumbnail(index) {
      const {columns, width, height} = this.map.sheet, rows = Math.ceil(this.map.images.length / columns), scale = 2;
      const x = index % columns * width * scale, y = Math.floor(index / columns) * height * scale;
      return element('span', {class: 'thumbnail', role: 'img', 'aria-label': 'picture of an image of this category',
        style: `width: ${width * scale}px; height: ${height * scale}px; background-position: -${x}px -${y}px; background-size: ${columns * width * scale}px ${rows * height * scale}px`});
    }

    /** Values that name colours have those; of others the ones that most images have get colours. */
    paint() {
      const group = Number(this.colour.value);
      const counts = this.map.attributes[group].values.map(() => 0);
      this.map.images.forEach(category => { counts[this.map.categories[category][group]]++; });
      const order = counts.map((count, value) => value).filter(value => counts[value] > 0).sort((a, b) => counts[b] - counts[a]);
      const named = this.map.attributes[group].colours || [];
      const others = order.filter(value => !named[value]);
      const colours = counts.map((count, value) => {
        if (named[value]) {
          return named[value];
        }
        const place = others.indexOf(value);
        return place >= 0 && place < COLOURS ? `var(--series-${place})` : 'var(--faint)';
      });
      for (const {plane, marks} of this.planes) {
        plane.points.forEach((point, i) => { marks[i].style.fill = colours[this.map.categories[this.category(point)][group]]; });
        marks[0]?.parentNode.classList.toggle('outlined', named.length > 0);
      }
      this.legend.replaceChildren(...order.filter(value => named[value] || others.indexOf(value) < COLOURS).map(value =>
        element('li', {style: `--colour: ${colours[value]}`}, `${this.map.attributes[group].values[value]} (${counts[value]})`)),
        ...(others.length > COLOURS ? [element('li', {style: '--colour: var(--faint)'}, 'others')] : []));
    }
  }

  for (const box of document.querySelectorAll('.maps')) {
    new EmbeddingMap(box, data.maps[box.dataset.map]);
  }

  // ---- What is long and for the record is folded; without a script it stands there

  for (const heading of document.querySelectorAll('.experiment .body > h3')) {
    if (['How to read it', 'Trials'].includes(heading.textContent)) {
      const rest = [];
      for (let next = heading.nextElementSibling; next && next.tagName !== 'H3'; next = next.nextElementSibling) {
        rest.push(next);
      }
      const summary = element('summary');
      const details = element('details', {class: 'record'}, summary);
      heading.replaceWith(details);
      summary.append(heading);
      details.append(...rest);
    }
  }

  // ---- The filter

  const filter = document.getElementById('filter');
  const words = document.getElementById('words');
  const verdict = document.getElementById('verdict');
  const found = document.getElementById('found');
  const VERDICTS = '.agrees, .disagrees, .open';

  function plain(text) {
    return text.normalize('NFKD').toLowerCase();
  }

  /** What stands below each heading of an experiment: [{heading, blocks, rows: [{row, text, verdicts}]}]. */
  function groups(experiment) {
    const all = [];
    let group = {text: '', blocks: [], rows: []};
    for (const block of experiment.querySelectorAll('.body > *')) {
      if (/^H\d$/.test(block.tagName) || block.matches('details.record')) {
        all.push(group);
        group = {text: plain((block.querySelector('h3') || block).textContent), blocks: [], rows: []};
      }
      group.blocks.push(block);
      const caption = block.querySelector('caption');
      for (const row of block.querySelectorAll('tbody tr')) {
        group.rows.push({
          row,
          table: block,
          text: plain(row.textContent + ' ' + (caption ? caption.textContent : '')),
          verdicts: [...row.querySelectorAll(VERDICTS)].map(each => each.textContent)
        });
      }
    }
    all.push(group);
    return all.filter(each => each.blocks.length > 0);
  }

  const sections = [...document.querySelectorAll('.experiment')].map(section => ({
    section,
    entry: document.querySelector(`.contents [data-for="${section.id}"]`),
    text: plain(section.querySelector('h2').textContent),
    groups: groups(section),
    rest: [...section.children].filter(child => child.tagName !== 'H2' && !child.classList.contains('body'))
  }));

  for (const word of new Set([...document.querySelectorAll(
    ['agrees', 'disagrees', 'open'].map(tone => `.experiment .body .${tone}`).join(', '))].map(each => each.textContent))) {
    verdict.append(element('option', {value: word}, word));
  }

  function apply() {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    const active = wanted.length > 0 || verdict.value !== '';
    let shown = 0, all = 0;
    for (const section of sections) {
      let any = false;
      for (const group of section.groups) {
        let some = false;
        for (const row of group.rows) {
          const text = section.text + ' ' + group.text + ' ' + row.text;
          const fits = wanted.every(word => text.includes(word))
            && (verdict.value === '' || row.verdicts.includes(verdict.value));
          row.row.hidden = !fits;
          some = some || fits;
          shown += fits ? 1 : 0;
          all++;
        }
        const tables = new Map(group.rows.map(row => [row.table, false]));
        group.rows.forEach(row => tables.set(row.table, tables.get(row.table) || !row.row.hidden));
        for (const block of group.blocks) {
          block.hidden = active && (tables.has(block) ? !tables.get(block) : !some);
        }
        any = any || some;
      }
      // An experiment that is meant itself keeps its figures, also where no row of a table is.
      const meant = verdict.value === '' && wanted.every(word => section.text.includes(word));
      section.section.hidden = active && !any && !meant;
      section.rest.forEach(child => { child.hidden = active && !meant; });
      if (section.entry) {
        section.entry.hidden = section.section.hidden;
      }
    }
    found.textContent = active ? `${shown} of ${all} rows` : '';
  }

  filter.hidden = false;
  filter.addEventListener('submit', event => event.preventDefault());
  filter.addEventListener('input', apply);
  filter.addEventListener('reset', () => setTimeout(() => { apply(); words.focus(); }));
  document.addEventListener('keydown', event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && !dialog.open && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      words.focus();
    } else if (event.key === 'Escape' && event.target === words) {
      filter.reset();
    }
  });

  // ---- On paper, nothing is folded

  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    opened.forEach(details => { details.open = true; });
  });
  window.addEventListener('afterprint', () => opened.forEach(details => { details.open = false; }));
})();
