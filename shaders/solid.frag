in vec3 vColor;
in float vFog;
out vec4 color;

void main() {
    color = vec4(mix(vColor, fog.rgb, clamp(vFog, 0.0, 1.0)), 1.0);
}
