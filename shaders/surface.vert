// Flat areas of a tile, at every tile.
layout(location = 0) in vec2 position;
layout(location = 1) in vec4 rgba;
layout(location = 2) in vec2 origin;

out vec3 vColor;
out vec2 vLocal;
out float vFog;

uniform float invTileSize;

void main() {
    gl_Position = viewProjection * vec4(position + origin, 0.0, 1.0);
    vColor = rgba.rgb;
    vLocal = position * invTileSize;
    vFog = (gl_Position.w - fogRange.x) * fogRange.y;
}
