in vec3 vColor;
in vec2 vLocal;
in float vFog;
out vec4 color;

void main() {
    // A pool of light in the middle of each tile keeps large areas from looking printed.
    vec3 lit = vColor * (1.04 - 0.10 * dot(vLocal, vLocal));
    color = vec4(mix(lit, fog.rgb, clamp(vFog, 0.0, 1.0)), 1.0);
}
