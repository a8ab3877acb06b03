in vec4 vColor;
in float vFog;
out vec4 color;

void main() {
    color = vec4(vColor.rgb, vColor.a * (1.0 - clamp(vFog, 0.0, 1.0)));
}
