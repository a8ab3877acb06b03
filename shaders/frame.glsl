// Put in front of every shader: what one picture has in common.
layout(std140) uniform Frame {
    mat4 viewProjection;
    vec4 eye;          // xyz: m
    vec4 light;        // xyz: unit vector to the light
    vec4 lightColor;   // linear
    vec4 skyColor;     // linear, ambient light from above
    vec4 groundColor;  // linear, ambient light from below
    vec4 fog;          // rgb: colour to fade to (sRGB)
    vec4 fogRange;     // x: m where it starts, y: 1/m
    vec4 pixel;        // x: metres across one pixel at clip w = 1
    vec4 skyTop;       // rgb of the picture's background, sRGB
    vec4 skyBottom;
};
