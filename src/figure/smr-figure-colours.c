#include "smr-figure-colours.h"

static const SmrFigureColours schemes[SMR_N_FIGURE_SCHEMES] = {
  [SMR_FIGURE_SCHEME_LIGHT] = {
    .near = { 0x3d3846, 0xfbf8f4, 0xebe9e6, 0xdad8db, 0xa9a6a8 },
    .far = { 0x8d8a92, 0xfdfcfa, 0xf4f3f1, 0xe9e8ea, 0xcfcdcf },
    .ghost = { 0xc6c4c9, 0xf9f9f9, 0xf4f4f4, 0xeeeeee, 0xe8e8e8 },
    .highlight = 0xbd4000, .hatch = 0x6e2400,
    .arrow = 0x1a5fb4,
    .prop_line = 0x5e5c64, .prop_fill = 0xdfe6ee, .prop_dark = 0x9aa7b8,
    .ground = 0x9a9996, .shade = 0xe3e2df,
  },
  [SMR_FIGURE_SCHEME_DARK] = {
    .near = { 0x17161a, 0xf2ede7, 0xd8d5d2, 0xc4c2c8, 0x77757b },
    .far = { 0x38363d, 0xc2bfbc, 0xb4b1ae, 0xa5a3a9, 0x7c7a80 },
    .ghost = { 0x6b6970, 0x55535a, 0x504e55, 0x4c4a51, 0x48464d },
    .highlight = 0xa83600, .hatch = 0x521a00,
    .arrow = 0x78aeed,
    .prop_line = 0xb8b6bd, .prop_fill = 0x4a5566, .prop_dark = 0x8593a8,
    .ground = 0x8a8890, .shade = 0x2c2b30,
  },
  [SMR_FIGURE_SCHEME_HIGH_CONTRAST] = {
    .near = { 0x000000, 0xffffff, 0xf2f2f2, 0xd8d8d8, 0x707070 },
    .far = { 0x505050, 0xffffff, 0xffffff, 0xf0f0f0, 0xc0c0c0 },
    .ghost = { 0x808080, 0xffffff, 0xffffff, 0xf6f6f6, 0xeeeeee },
    .highlight = 0x8f2d00, .hatch = 0x000000,
    .arrow = 0x003a8c,
    .prop_line = 0x000000, .prop_fill = 0xffffff, .prop_dark = 0x505050,
    .ground = 0x000000, .shade = 0xe0e0e0,
  },
  [SMR_FIGURE_SCHEME_PAPER] = {
    .near = { 0x2e2a35, 0xffffff, 0xf0efed, 0xdfdde0, 0xaaa8ab },
    .far = { 0x8d8a92, 0xffffff, 0xf8f7f6, 0xeeedef, 0xd2d0d2 },
    .ghost = { 0xb9b7bc, 0xffffff, 0xfbfbfb, 0xf5f5f5, 0xf0f0f0 },
    .highlight = 0xb23f00, .hatch = 0x5c2000,
    .arrow = 0x15509a,
    .prop_line = 0x4d4b53, .prop_fill = 0xe7ecf2, .prop_dark = 0x8793a4,
    .ground = 0x77767b, .shade = 0xe8e7e4,
  },
};

const SmrFigureColours *
smr_figure_colours_get (SmrFigureScheme scheme)
{
  g_return_val_if_fail (scheme < SMR_N_FIGURE_SCHEMES, &schemes[SMR_FIGURE_SCHEME_LIGHT]);

  return &schemes[scheme];
}

void
smr_figure_set_colour (cairo_t *cr, SmrFigureColour colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}
