// Colours over the road of one world.
layout(location = 0) in vec2 position;
layout(location = 1) in vec4 rgba;

uniform vec2 origin; // m, of the world's frame

out vec4 vColor;
out float vFog;

void main() {
    gl_Position = viewProjection * vec4(position + origin, 0.0, 1.0);
    vColor = rgba;
    vFog = (gl_Position.w - fogRange.x) * fogRange.y;
}
