/* colors: reads colours, and reckons with the light that they give. */
#include "pdf/look/colors.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

bool color_parse(const char *text, struct color *color)
{
    unsigned red, green, blue;
    char rest;

    if (strlen(text) != 7 || sscanf(text, "#%2x%2x%2x%c", &red, &green, &blue, &rest) != 3)
        return false;
    *color = (struct color){(float)red / 255.0f, (float)green / 255.0f, (float)blue / 255.0f};
    return true;
}

/* Luminance by WCAG 2.1, "relative luminance". */
static double luminance(struct color color)
{
    const double parts[3] = {color.red, color.green, color.blue};
    const double weights[3] = {0.2126, 0.7152, 0.0722};
    double sum = 0;

    for (int i = 0; i < 3; i++)
        sum += weights[i] *
               (parts[i] <= 0.04045 ? parts[i] / 12.92 : pow((parts[i] + 0.055) / 1.055, 2.4));
    return sum;
}

double color_contrast(struct color one, struct color other)
{
    double a = luminance(one), b = luminance(other);

    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

struct color color_tint(struct color color, double share)
{
    float part = (float)share;

    return (struct color){1 - part * (1 - color.red), 1 - part * (1 - color.green),
                          1 - part * (1 - color.blue)};
}
