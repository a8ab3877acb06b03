// Ribbons on the ground, one pixel wider than they are so that the edge can fade.
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 across;
layout(location = 2) in vec2 sideHalf;
layout(location = 3) in vec4 rgba;
layout(location = 4) in vec2 origin;

out float vDistance;
out float vHalf;
out vec4 vColor;
out float vFog;

void main() {
    vec4 middle = viewProjection * vec4(position + origin, 0.0, 1.0);
    float reach = sideHalf.y + 1.5 * middle.w * pixel.x;
    gl_Position = viewProjection * vec4(position + origin + across * reach, 0.0, 1.0);
    vDistance = sideHalf.x * reach;
    vHalf = sideHalf.y;
    vColor = rgba;
    vFog = (gl_Position.w - fogRange.x) * fogRange.y;
}
